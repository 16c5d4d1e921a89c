import { mount } from 'cluster-atlas';

mount(document.getElementById('box')).then((atlas) => Object.assign(window, { mounted: atlas }));
