// Writes the transcript of one whole English conversation into README.md, as the chat command itself prints it. Usage: npm run transcript
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const data = mkdtempSync(join(tmpdir(), 'waymark-transcript-'));
const transcript = execFileSync(process.execPath, ['dist/src/cli.js', 'chat', '--lang', 'en'], {
  input: readFileSync('docs/example-answers.txt'),
  env: { ...process.env, WAYMARK_DATA: data, LOG_LEVEL: 'error' },
}).toString();
rmSync(data, { recursive: true });

const begin = '<!-- transcript: npm run transcript -->';
const end = '<!-- end of transcript -->';
const readme = readFileSync('README.md', 'utf8');
const [head, rest] = readme.split(begin);
const [, tail] = (rest ?? '').split(end);
if (rest === undefined || tail === undefined) throw new Error('README.md has no place for the transcript');
const indented = transcript.trim().replace(/\n{3,}/gu, '\n\n');
writeFileSync('README.md', `${head}${begin}\n\`\`\`text\n${indented}\n\`\`\`\n${end}${tail}`);
