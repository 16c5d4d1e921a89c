// What each peer shows: the same land and the same points, asked of the bench, and the box that all of France fits in.
export const box = [[-5.2, 41.3], [9.7, 51.2]]; // degrees: west, south; east, north
const fetched = async (name) => (await fetch(name)).json();
export const land = () => fetched('land.json');
export const points = () => fetched('points.json');
