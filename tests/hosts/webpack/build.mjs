// No loader, no rule: what webpack does by itself.
import { copyFileSync } from 'node:fs';
import webpack from 'webpack';

webpack({ mode: 'production', entry: './page.js', output: { path: `${process.cwd()}/dist`, publicPath: 'auto' } }, (error, stats) => {
  if (error || stats?.hasErrors()) throw error ?? new Error(stats?.toString('errors-only'));
  copyFileSync('index.html', 'dist/index.html');
});
