// The rules of the house that no compiler checks: who may include what, how long a function or a file may be, and what
// may not stand in the repository. Prints each breach with its place. usage: node tools/check_rules.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const k_max_function_lines = 55;
const k_max_file_lines = 400;

/** @type {string[]} */
const breaches = [];
/** @param {string} place @param {string} rule */
const breach = (place, rule) => breaches.push(`${place}: ${rule}`);

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  .split('\n')
  .filter((file) => file && existsSync(file));
const cpp = files.filter((file) => /^(src|tests)\/.*\.(cpp|hpp|h)$/.test(file));
/** @param {string} file */
const lines_of = (file) => readFileSync(file, 'utf8').split('\n');

/** Line rules: in files whose path matches `where`, no line may match `what`. */
const k_line_rules = [
  { where: /^src\/core\/(?!base\/json_parser\.cpp)/, what: /#include [<"]nlohmann/, rule: 'only core/base/json_parser.cpp knows the JSON library' },
  { where: /^src\/core\//, what: /#include [<"](imgui|view\/|app\/|platform\/|cli\/)/, rule: 'core knows nobody above it' },
  { where: /^src\/view\//, what: /#include [<"](app\/|platform\/|cli\/)/, rule: 'view knows core only' },
  { where: /^src\/app\//, what: /#include [<"](platform\/|cli\/|imgui)/, rule: 'app knows view and core, not ImGui or a platform' },
  {
    where: /^src\/(core|view|app|cli|platform\/headless)\//,
    what: /__EMSCRIPTEN__|#include [<"]emscripten|\bEM_(JS|ASM)\b/,
    rule: 'the browser is known to platform/web only',
  },
  {
    where: /^src\/core\//,
    what: /#include <(iostream|format|regex|locale|thread|iomanip|sstream|fstream)>/,
    rule: 'too large for the module',
  },
  {
    // names of places are facts, the inspector speaks to developers, the command line not yet from data/locales
    where: /^src\/(core\/(?!explore\/departments)|app\/|view\/(?!inspector\/)|platform\/).*\.[ch]pp$/,
    what: /^[^/]*"\p{L}[\p{L}’]* [\p{L}’ ,;:.!?…-]*\p{L}[.!?…]?"/u,
    rule: 'a sentence in code: its place is data/locales',
  },
  { where: /^src\/.*\.cpp$|^src\/.*\.hpp$/, what: /\busing namespace std\b/, rule: 'no using namespace std' },
  // the country is data: maps, snapshots and locales name places, code does not
  {
    where: /^src\/|^web\/src\//,
    what: /\b(Lambert-?93|lambert93|UTM|INSEE code|GRS80 of|mainland)\b|Guadeloupe|Martinique|Guyane|Réunion|Mayotte|Corsica|Corse\b|Île-de-France|Lyon\b|Toulouse|Outre-mer|toute la France|all of France|métropole/i,
    rule: 'no French geography in code',
  },
  { where: /^(?!tools\/check_rules\.mjs$)/, what: /(^|[^\w.])\/(work|farm)\//, rule: 'a path of one machine' },
  { where: /^(?!tools\/check_rules\.mjs$)/, what: /:\/\/[a-z.]*(debian|npmjs)[.](org|com)/, rule: 'the host of a package registry' },
];

function check_lines() {
  const text_files = files.filter((file) => !/\.(png|ttf|wasm|ico|jpg|gz|br)$/.test(file));
  for (const file of text_files) {
    const rules = k_line_rules.filter(({ where }) => where.test(file));
    lines_of(file).forEach((line, index) => {
      for (const { what, rule } of rules) if (what.test(line)) breach(`${file}:${index + 1}`, rule);
    });
  }
}

function check_file_lengths() {
  for (const file of [...cpp, ...files.filter((name) => /^(web|tools|tests)\/.*\.(m?js|ts)$/.test(name))]) {
    const length = lines_of(file).length - 1;
    if (length > k_max_file_lines) breach(file, `${length} lines, at most ${k_max_file_lines}`);
  }
}

function check_function_lengths() {
  const tags = execFileSync(
    'ctags',
    ['--fields=+ne', '-x', '--_xformat=%{line} %{end} %F %N', '--kinds-C++=f', '-L', '-'],
    { input: cpp.filter((file) => file.startsWith('src/')).join('\n'), encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  for (const tag of tags.split('\n')) {
    const [first, last, file, name] = tag.split(' ');
    const length = Number(last) - Number(first) + 1;
    if (length > k_max_function_lines) breach(`${file}:${first}`, `${name}: ${length} lines, at most ${k_max_function_lines}`);
  }
}

/** A source that no CMakeLists.txt names is dead; one named twice is a merge gone wrong. */
function check_source_lists() {
  const lists = files.filter((file) => file.endsWith('CMakeLists.txt'));
  /** @type {Map<string, number>} */
  const named = new Map();
  for (const list of lists) {
    const folder = list.replace(/CMakeLists\.txt$/, '');
    for (const match of readFileSync(list, 'utf8').matchAll(/^\s+((?:\.\.\/)*[\w/]+\.cpp)\)?$/gm)) {
      const file = new URL(match[1], `file:///${folder}`).pathname.slice(1);
      named.set(file, (named.get(file) ?? 0) + 1);
    }
  }
  for (const file of cpp.filter((name) => name.endsWith('.cpp') && !/^tests\/(fuzz|bench)\//.test(name))) {
    const times = named.get(file) ?? 0;
    if (times === 0) breach(file, 'named in no CMakeLists.txt');
    if (times > 1 && !/^tests\/(support\/|doctest_main)/.test(file)) breach(file, `named ${times} times in CMakeLists.txt`);
  }
}

/** The rooms of core see those that stand before them in src/core/CMakeLists.txt. */
function check_room_order() {
  const listed = /foreach\(room ([\w\s]+?)\)/.exec(readFileSync('src/core/CMakeLists.txt', 'utf8'));
  const order = listed ? listed[1].split(/\s+/) : [];
  for (const file of cpp) {
    const room = /^src\/core\/(\w+)\//.exec(file)?.[1];
    if (!room || room === 'messages') continue;
    if (!order.includes(room)) breach(file, `src/core/CMakeLists.txt does not list the room ${room}`);
    lines_of(file).forEach((line, index) => {
      const seen = /^#include "core\/(\w+)\//.exec(line)?.[1];
      if (seen && order.indexOf(seen) > order.indexOf(room)) breach(`${file}:${index + 1}`, `${room} stands below ${seen}`);
    });
  }
}

function check_lock_files() {
  for (const file of files.filter((name) => name.endsWith('package-lock.json'))) {
    if (readFileSync(file, 'utf8').includes('"resolved":')) breach(file, 'records download addresses');
  }
}

check_lines();
check_file_lengths();
check_function_lengths();
check_source_lists();
check_room_order();
check_lock_files();
for (const line of breaches) console.log(line);
console.log(`rules: ${files.length} files, ${breaches.length} breaches`);
process.exitCode = breaches.length ? 1 : 0;
