// Builds what browsers load: stylesheets from sass, the script from TypeScript, the icon; hashed names, brotli beside each, and a manifest.
// Run by the build after tsc; does nothing when no input changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { compileString } from 'sass';
import { mirrorCss } from './mirror-css.js';
import { pruneCss } from './prune-css.js';

const cssTarget = ['chrome87', 'firefox78', 'safari14'];
const scriptTarget = 'es2020';

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

const root = findRoot(dirname(fileURLToPath(import.meta.url)));
const output = join(root, 'dist', 'assets');
const pages = join(root, 'src', 'channels', 'pages');
const staff = join(root, 'src', 'staff');

function filesUnder(folder: string, ending: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries
    .filter(name => ending.test(name))
    .sort()
    .map(name => join(folder, name));
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

/** Every input the output depends on, so that an unchanged build is skipped. */
function stampOf(): string {
  const sources = [...filesUnder(pages, /\.(ts|scss|svg)$/u), ...filesUnder(staff, /\.(ts|scss|css)$/u), join(root, 'package-lock.json')];
  return hashOf(sources.map(path => hashOf(readFileSync(path))).join());
}

/** The component classes that stand in a room's source: all that its pages can use. */
function classesIn(folder: string): ReadonlySet<string> {
  const found = filesUnder(folder, /\.ts$/u).flatMap(path => readFileSync(path, 'utf8').match(/nhsuk-[\w-]+/gu) ?? []);
  // written by template, from a control's kind
  const computed = ['radios', 'checkboxes'].flatMap(kind => ['', '__item', '__input', '__label'].map(part => `nhsuk-${kind}${part}`));
  const widths = [2, 4, 10, 20].map(width => `nhsuk-input--width-${String(width)}`);
  return new Set([...found, ...computed, ...widths]);
}

function styleSheet(folder: string, used: ReadonlySet<string>): string {
  const entries = filesUnder(folder, /\.(css|scss)$/u).filter(path => !/[\\/]_[^\\/]*$/u.test(path));
  const compiled = entries.map(path => {
    const source = readFileSync(path, 'utf8');
    const loadPaths = [dirname(path), join(pages, 'styles'), join(root, 'node_modules')];
    return path.endsWith('.css') ? source : compileString(source, { loadPaths, quietDeps: true, style: 'expanded', charset: false }).css;
  });
  const css = mirrorCss(pruneCss(compiled.join('\n'), used));
  return transformSync(css, { loader: 'css', minify: true, target: cssTarget, legalComments: 'none' }).code;
}

function script(entry: string, format: 'esm' | 'iife' = 'esm'): string {
  const built = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format,
    target: scriptTarget,
    write: false,
    legalComments: 'none',
  });
  return built.outputFiles[0]?.text ?? '';
}

function write(name: string, content: string): readonly [string, string] {
  const dot = name.lastIndexOf('.');
  const file = `${name.slice(0, dot)}.${hashOf(content)}${name.slice(dot)}`;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(join(output, file), content);
  writeFileSync(join(output, `${file}.br`), brotliCompressSync(content, { params }));
  return [name, file];
}

function build(): void {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const staffStyles = filesUnder(join(staff, 'styles'), /\.(css|scss)$/u).length > 0;
  const built = [
    write('pages.css', styleSheet(join(pages, 'styles'), classesIn(pages))),
    ...(staffStyles ? [write('staff.css', styleSheet(join(staff, 'styles'), classesIn(staff)))] : []),
    write('live.js', script(join(pages, 'browser', 'live.ts'))),
    write('web-chat.js', script(join(pages, 'browser', 'web-chat.ts'))),
    write('desk.js', script(join(staff, 'browser', 'desk.ts'))),
    write('icon.svg', readFileSync(join(pages, 'icons', 'icon.svg'), 'utf8').trim()),
  ];
  // not served as it is: the server puts words in
  writeFileSync(join(output, 'embed.js.part'), script(join(pages, 'browser', 'embed.ts'), 'iife'));
  writeFileSync(join(output, 'manifest.json'), `${JSON.stringify(Object.fromEntries(built), null, 2)}\n`);
}

const stampFile = join(output, '.stamp');
const stamp = stampOf();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  build();
  writeFileSync(stampFile, stamp);
}
