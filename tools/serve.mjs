// A small static server for dist/: right types, precompressed siblings; for this machine only, unless another host is named.
// usage: node tools/serve.mjs [DIR] [--port N] [--host ADDRESS]     without --port: 8080, or the next free one
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @type {Record<string, string>} */
const k_types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};
const k_encodings = [['br', '.br'], ['gzip', '.gz']];

/**
 * @param {string} root
 * @param {string | undefined} url
 * @returns {string | null} a file under root, never outside
 */
function file_of(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) return null;
  return file;
}

/**
 * @param {string} file
 * @param {string} accepted the request's Accept-Encoding
 */
function representation(file, accepted) {
  for (const [encoding, suffix] of k_encodings) {
    if (accepted.includes(encoding) && existsSync(file + suffix)) return { path: file + suffix, encoding };
  }
  return { path: file, encoding: null };
}

/**
 * @param {string} dir
 * @param {Record<string, string>} [headers] sent with every answer, e.g. a Content-Security-Policy
 */
export function static_server(dir, headers = {}) {
  const root = resolve(dir);
  return createServer((request, response) => {
    const file = file_of(root, request.url);
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(file ? 405 : 404, { 'content-type': 'text/plain', ...headers }).end(file ? 'method' : 'not found');
      return;
    }
    const { path, encoding } = representation(file, String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, {
      'content-type': k_types[extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(path).size,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
      ...headers,
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(path).on('error', () => response.destroy()).pipe(response);
  });
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port 0 takes any free one
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export function listen(server, port, host = '127.0.0.1') {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
    });
  });
}

/** @param {unknown} error @returns {string} */
const code_of = (error) => /** @type {NodeJS.ErrnoException} */ (error).code ?? '';

/** @param {import('node:http').Server} server @param {string} host @param {number} port @returns {Promise<number>} */
async function listen_from(server, host, port) {
  try {
    return await listen(server, port, host);
  } catch (error) {
    if (code_of(error) === 'EADDRINUSE' && port < 65535) return listen_from(server, host, port + 1);
    throw error;
  }
}

/** @type {Record<string, string>} */
const k_refusals = {
  EADDRINUSE: 'the port is taken',
  EACCES: 'the port needs root',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
};

/** @param {string[]} words @param {string} name @returns {string | undefined} its value, taken out of words */
function take_option(words, name) {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words.splice(at, 2)[1];
}

async function main() {
  const words = process.argv.slice(2);
  const port = take_option(words, '--port');
  const host = take_option(words, '--host') ?? '127.0.0.1';
  const dir = words[0] ?? 'dist';
  const server = static_server(dir);
  try {
    const taken = port === undefined ? await listen_from(server, host, 8080) : await listen(server, Number(port), host);
    const name = /^(127\.|0\.0\.0\.0$|::1?$)/.test(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
    console.log(`Cluster Atlas: http://${name}:${taken}/   (${dir}/, Ctrl+C to stop)`);
  } catch (error) {
    console.error(`serve: ${host}, port ${port ?? 8080}: ${k_refusals[code_of(error)] ?? error}`);
    process.exitCode = 2;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
