// cluster-atlas.js: mount() for programs, <cluster-atlas> for pages.

import words from 'atlas-words';
import { ClusterAtlasElement } from './element.js';
import { learn } from './words.js';

export { AtlasError } from './error.js';
export { mount } from './mount.js';
export { ClusterAtlasElement };

learn(words);

// on a server the import does nothing
if (globalThis.customElements && !customElements.get('cluster-atlas')) customElements.define('cluster-atlas', ClusterAtlasElement);
