// Takes out of dist/ what was compiled from files that are gone, so that a test or module that was removed or renamed does not live on there.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

for (const top of ['src', 'test', 'bench']) {
  const folder = join('dist', top);
  if (!existsSync(folder)) continue;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const source = join(top, name.replace(/\.js(\.map)?$/u, '.ts'));
    if (/\.js(\.map)?$/u.test(name) && !existsSync(source)) rmSync(join(folder, name));
  }
}
