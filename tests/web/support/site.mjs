// A site for tests: dist/ plus pages written in the test itself. Counts what was asked for.
import { listen, static_server } from '../../../tools/serve.mjs';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const dist = fileURLToPath(new URL('../../../dist', import.meta.url));
export const single_file = pathToFileURL(`${dist}/cluster-atlas.html`).href;

/**
 * @param {Record<string, string | {body: string, headers?: Record<string, string>, status?: number}>} [pages] by path, e.g. '/host.html'
 * @param {string} [dir]
 */
export async function start_site(pages = {}, dir = dist) {
  const server = static_server(dir);
  const [from_disk] = /** @type {Function[]} */ (server.listeners('request'));
  /** @type {string[]} */
  const requests = [];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    requests.push(path);
    const page = pages[path];
    if (page === undefined) return from_disk?.call(server, request, response);
    const { body, headers = {}, status = 200 } = typeof page === 'string' ? { body: page } : page;
    return response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  const port = await listen(server, 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    pages,
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
