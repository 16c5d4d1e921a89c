// usage: node make_countries.cjs build.json FOLDER   – cuts the Natural Earth admin-1 file into one GeoJSON and one table of names per country
const fs = require("fs"), [, , file, out] = process.argv;
const all = JSON.parse(fs.readFileSync(file)).features;
const dn = l => new Intl.DisplayNames([l], {type: "region", fallback: "none"}), en = dn("en"), fr = dn("fr");
// codes that Natural Earth leaves at -1 or draws in another way; what was decided is in README.md
const CC = {KOS: "XK", CYN: "CY", ESB: "CY", WSB: "CY", ALD: "FI", ALA: "FI"};
const cc = p => (p.iso_3166_2 === "UA-43" || p.iso_3166_2 === "UA-40" || /^(Crimea|Sevastopol)$/.test(p.name_en || p.name) ? "UA"
  : /^NO-2[12]$/.test(p.iso_3166_2) ? "SJ" : p.iso_a2 === "AX" ? "FI" : CC[p.adm0_a3] || (/^[A-Z]{2}$/.test(p.iso_a2) ? p.iso_a2 : null));
const lang = {AL: "sq", AD: "ca", AT: "de", BA: "bs", BE: "nl", BG: "bg", BY: "be", CH: "de", CY: "el", CZ: "cs", DE: "de", DK: "da", EE: "et", ES: "es",
  FI: "fi", FR: "fr", GB: "en", GR: "el", HR: "hr", HU: "hu", IE: "ga", IS: "is", IT: "it", LI: "de", LT: "lt", LU: "lb", LV: "lv", MC: "fr",
  MD: "ro", ME: "sr-Latn-ME", MK: "mk", MT: "mt", NL: "nl", NO: "nb", PL: "pl", PT: "pt", RO: "ro", RS: "sr", SE: "sv", SI: "sl", SK: "sk", SM: "it",
  TR: "tr", UA: "uk", VA: "it", XK: "sq", RU: "ru", CA: "en", MX: "es", CU: "es", DO: "es", HT: "fr", MA: "fr", DZ: "fr", TN: "fr"};
// several official languages, or where the long form of the CLDR is not what a map says
const LOCAL = {BE: "België / Belgique / Belgien", CH: "Schweiz / Suisse / Svizzera / Svizra", FI: "Suomi / Finland", CY: "Κύπρος / Kıbrıs", XK: "Kosova / Косово",
  BA: "Bosna i Hercegovina", ME: "Crna Gora", IE: "Éire / Ireland", MT: "Malta", MK: "Северна Македонија", NL: "Nederland", LU: "Lëtzebuerg"};
const country = c => ({code: c, name: LOCAL[c] || (lang[c] ? dn(lang[c]).of(c) : en.of(c)), name_en: en.of(c), name_fr: fr.of(c)});
const BE = {VAN: ["Antwerpen", "Antwerp", "Anvers", "VLG"], VBR: ["Vlaams-Brabant", "Flemish Brabant", "Brabant flamand", "VLG"],
  VLI: ["Limburg", "Limburg", "Limbourg", "VLG"], VOV: ["Oost-Vlaanderen", "East Flanders", "Flandre-Orientale", "VLG"],
  VWV: ["West-Vlaanderen", "West Flanders", "Flandre-Occidentale", "VLG"], WBR: ["Brabant wallon", "Walloon Brabant", "Brabant wallon", "WAL"],
  WHT: ["Hainaut", "Hainaut", "Hainaut", "WAL"], WLG: ["Liège", "Liège", "Liège", "WAL"], WLX: ["Luxembourg", "Luxembourg", "Luxembourg", "WAL"],
  WNA: ["Namur", "Namur", "Namur", "WAL"], BRU: ["Bruxelles-Capitale / Brussel-Hoofdstad", "Brussels-Capital", "Bruxelles-Capitale", "BRU"]};
const BER = {"BE-WAL": ["Wallonie", "Wallonia", "Wallonie"], "BE-VLG": ["Vlaanderen", "Flanders", "Flandre"],
  "BE-BRU": ["Bruxelles-Capitale / Brussel-Hoofdstad", "Brussels-Capital", "Bruxelles-Capitale"]};
const EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE CH NO GB IS AL BA ME MK RS XK".split(" ");
const US_NEAR = "CA MX RU CU BS DO HT JM VI VG TC BM KY BZ GT SV HN NI".split(" ");

function write(name, role) {
  const features = [], names = new Map();
  for (const f of all) {
    const c = cc(f.properties); if (!c) continue;
    const r = role(f.properties, c); if (!r) continue;
    features.push({type: "Feature", properties: {cc: c, region: r.region || "", sub: r.sub || ""}, geometry: f.geometry});
    for (const n of r.names || []) names.set(n.code, n);
    if (!r.region || r.region === c) names.set(c, country(c));
  }
  fs.writeFileSync(`${out}/${name}.json`, JSON.stringify({type: "FeatureCollection", features}));
  const q = s => `"${String(s).replace(/"/g, '""')}"`;
  fs.writeFileSync(`${out}/${name}.csv`, "code,name,name_en,name_fr\n" + [...names.values()].map(n => [n.code, n.name, n.name_en, n.name_fr].map(q).join(",")).join("\n") + "\n");
}
const near = box => p => p.longitude === undefined || (p.longitude > box[0] && p.longitude < box[2] && p.latitude > box[1] && p.latitude < box[3]);
write("germany", (p, c) => c === "DE" ? {region: p.iso_3166_2, names: [{code: p.iso_3166_2, name: p.name, name_en: p.name_en, name_fr: p.name_fr}]}
  : near([-12, 36, 32, 66])(p) && {});
write("belgium", (p, c) => {
  if (c !== "BE") return near([-8, 42, 16, 58])(p) && {};
  const k = p.iso_3166_2.slice(3), b = BE[k], region = `BE-${b[3]}`, r = BER[region];
  return {region, sub: p.iso_3166_2, names: [{code: p.iso_3166_2, name: b[0], name_en: b[1], name_fr: b[2]}, {code: region, name: r[0], name_en: r[1], name_fr: r[2]}]};
});
write("united-states", (p, c) => {
  if (c === "US" || c === "PR") { const code = c === "PR" ? "US-PR" : p.iso_3166_2; return {region: code, names: [{code, name: c === "PR" ? "Puerto Rico" : p.name, name_en: p.name_en, name_fr: p.name_fr}]}; }
  return US_NEAR.includes(c) && {};
});
write("europe", (p, c) => near([-60, 15, 85, 85])(p) && (EU.includes(c) && near([-40, 25, 60, 73])(p) ? {region: c} : {}));
const ring = (a, b, c, d) => [[[a, b], [a, d], [c, d], [c, b], [a, b]]];
fs.writeFileSync(`${out}/clip-us.json`, JSON.stringify({type: "FeatureCollection", features: [{type: "Feature", properties: {}, geometry: {type: "MultiPolygon",
  coordinates: [ring(-180, 12, -50, 73), ring(160, 45, 180, 73)]}}]}));
