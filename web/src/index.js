// cluster-atlas.js: mount() for programs, <cluster-atlas> for pages.

import { ClusterAtlasElement } from './element.js';

export { AtlasError } from './error.js';
export { mount } from './mount.js';
export { ClusterAtlasElement };

// on a server the import does nothing
if (globalThis.customElements && !customElements.get('cluster-atlas')) customElements.define('cluster-atlas', ClusterAtlasElement);
