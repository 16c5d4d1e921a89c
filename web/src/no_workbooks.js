// In place of workbooks.js in the script that holds everything: workbooks and archives are left to the page that edits them.

import { refused } from './source.js';

export const build = ATLAS_BUILD;

/** @returns {never} */
export function content_of_archive() {
  throw refused('Les classeurs et archives s’ouvrent sur la page «\u00a0Vos données\u00a0» (data.html)\u202f: enregistrez ici un CSV.', 'Workbooks and archives are opened on the page “Your data” (data.html); here, save it as CSV.');
}

export const content_of_package = content_of_archive;

export const paths_in = content_of_archive;
