// A regional agency's table: real cities, made-up clusters, three bad rows.
export const bad_rows = [
  { line: 31, column: 'latitude', put: { lat: '148,7' } },
  { line: 87, column: 'depuis', put: { since: 'hier' } },
  { line: 150, column: 'région', put: { region: 'Atlantide' } },
];

/** @param {any} base a snapshot @param {number} count of rows @returns {string} semicolons and decimal commas, as a French spreadsheet saves it */
export function table_of(base, count) {
  const seats = base.clusters.flatMap((/** @type {any} */ cluster) => (cluster.seat?.city && cluster.seat.lat !== undefined ? [cluster.seat] : []));
  const lines = ['nom;depuis;jusqu’à;domaine;secteur;ville;latitude;longitude;région;description;présidence;site;alias'];
  for (let i = 0; i < count; ++i) {
    const seat = seats[i % seats.length];
    const row = { since: '2005', lat: String(seat.lat).replace('.', ','), region: '', ...bad_rows.find((bad) => bad.line === i + 2)?.put };
    const domain = base.domains[i % base.domains.length].name.fr;
    lines.push(`"Grappe ; n° ${i + 1}";${row.since};;${domain};;${seat.city};${row.lat};${String(seat.lng).replace('.', ',')};${row.region};Œuvre d’été;Zoé ÿ;exemple.fr;Ancien ${i}/Vieux ${i}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}
