declare module 'topojson-client';
declare module 'topojson-server';
declare module 'topojson-simplify';
