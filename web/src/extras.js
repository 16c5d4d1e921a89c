// What most visits never need, in a file of its own: exports, files of one's own, the standalone page,
// the text version, the kiosk. It is
// fetched when it is asked for first (later.js); the single file holds it.

export { export_blob } from './export.js';
export { start_kiosk } from './kiosk.js';
export { take } from './own_data.js';
export { locale_at, own_locales, with_words } from './own_locale.js';
export { imported } from './table_import.js';
export { page_of } from './standalone.js';
export { adopt_text_styles } from './text_styles.js';
export { follow, show_text } from './text_version.js';
export { learn } from './words.js';

export const build = ATLAS_BUILD;
