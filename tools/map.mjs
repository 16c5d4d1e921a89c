// Makes a map file by a recipe: node tools/map.mjs RECIPE.json OUT.map [--snapshot SNAPSHOT.json]
// data/map/README.md describes both. With a snapshot, every seat must lie on the land or near it.
import { main } from './map/command.mjs';

process.exitCode = main(process.argv.slice(2));
