// What the page says before the module runs or about things only the page knows. Everything else comes from the core's
// own messages. Typography as there: ’, U+202F before ; : ! ? %, U+00A0 inside « ».

/** @typedef {'fr' | 'en'} Lang */

const k_words = {
  loading: ['Chargement de la carte…', 'Loading the map…'],
  no_webgl: [
    'La carte dessinée demande WebGL 2, absent ou bloqué ici. Tout le contenu reste lisible et utilisable ci-dessous.',
    'The drawn map needs WebGL 2, which is missing or blocked here. All content stays readable and usable below.',
  ],
  blocked: [
    'La carte interactive demande WebAssembly, absent ou bloqué ici.',
    'The interactive map needs WebAssembly, which is missing or blocked here.',
  ],
  no_map: ['La carte interactive n’a pas pu être chargée.', 'The interactive map could not be loaded.'],
  no_data: ['Les données n’ont pas pu être chargées.', 'The data could not be loaded.'],
  no_part: ['Cette partie n’a pas pu être chargée.', 'This part could not be loaded.'],
  unreachable: ['Pas de réponse pour {0}\u202f: vérifiez la connexion.', 'No answer for {0}: check the connection.'],
  missing: ['Le fichier {0} n’est pas sur le serveur.', 'The file {0} is not on the server.'],
  status: ['Pour {0}, le serveur répond par l’erreur {1}.', 'For {0}, the server answers with error {1}.'],
  page: [
    'Une page web arrive à la place de {0}\u202f: souvent la page de connexion d’un réseau.',
    'A web page comes in place of {0}: often the login page of a network.',
  ],
  damaged: ['Le fichier {0} est arrivé incomplet ou abîmé.', 'The file {0} arrived incomplete or damaged.'],
  outdated: ['Le site a changé entre-temps\u202f: rechargez la page.', 'The site has changed meanwhile: reload the page.'],
  list_stays: ['La liste des pôles reste lisible ci-dessous.', 'The list of clusters stays readable below.'],
  retry: ['Réessayer', 'Try again'],
  slow_data: ['Toujours en cours de chargement\u202f: les données', 'Still loading: the data'],
  slow_program: ['Toujours en cours de chargement\u202f: le programme', 'Still loading: the program'],
  slow_start: ['Toujours en cours de chargement\u202f: démarrage', 'Still loading: starting'],
  share: ['{0}\u202f%', '{0}%'],
  kilobytes: ['{0}\u00a0Ko', '{0} KB'],
  bad_snapshot: ['Ces données ne peuvent pas être affichées\u202f:', 'This data can’t be shown:'],
  failed: [
    'La carte s’est arrêtée sur une erreur. Rechargez la page pour la relancer.',
    'The map stopped on an error. Reload the page to start it again.',
  ],
  copied: ['Copié', 'Copied'],
  not_copied: ['La copie est bloquée ici', 'Copying is blocked here'],
  no_export: ['Rien à exporter ici', 'Nothing to export here'],
  ctrl_wheel: ['{0} + molette pour zoomer', '{0} + wheel to zoom'],
  two_fingers: ['Deux doigts pour déplacer la carte', 'Use two fingers to move the map'],
  table: ['Tableau', 'Table'],
  dropped: ['Données affichées\u202f: {0}', 'Now showing: {0}'],
  refused_file: ['{0} n’est pas affiché, l’atlas précédent reste en place', '{0} is not shown, the earlier atlas stays'],
  skipped_rows: ['Lignes laissées de côté\u202f: {0}', 'Rows left aside: {0}'],
  no_template: [
    'La page autonome ne peut être écrite que depuis l’atlas hors ligne ou son site.',
    'The standalone page can only be written from the offline atlas or its site.',
  ],
  close: ['Fermer', 'Close'],
  still_there: ['Encore là\u202f?', 'Still there?'],
  print_list: ['Pôles labellisés', 'Labelled clusters'],
};

/** @typedef {keyof typeof k_words} Word */

/**
 * @param {Word} word
 * @param {Lang} lang
 * @param {...(string | number)} values
 */
export function say(word, lang, ...values) {
  const text = /** @type {string} */ (k_words[word][lang === 'en' ? 1 : 0]);
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}
