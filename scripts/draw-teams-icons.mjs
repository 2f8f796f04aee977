// Draws the two icons of the Teams package from the product's own icon, in a real browser: node scripts/draw-teams-icons.mjs. What it draws is
// kept in manifest/, so that packaging needs no browser. color.png: 192 x 192, the symbol within the middle, so that a round crop cuts nothing
// off; outline.png: 32 x 32, white on nothing. Source: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const icon = readFileSync('src/channels/pages/icons/icon.svg', 'utf8');
const shapes = /<path d="([^"]+)"[^>]*\/><circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/u.exec(icon);
if (!shapes) throw new Error('icon.svg is not drawn of a path and a circle any more');
const [, path, x, y, r] = shapes;

const color = `<svg xmlns="http://www.w3.org/2000/svg" width="192" height="192" viewBox="0 0 32 32"><rect width="32" height="32" fill="#003087"/>
  <g transform="translate(3.2 3.2) scale(.8)"><path d="${path}" fill="#fff"/><circle cx="${x}" cy="${y}" r="${r}" fill="#003087"/></g></svg>`;
const outline = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><g fill="none" stroke="#fff" stroke-width="2">
  <path d="${path}" stroke-linejoin="round"/><circle cx="${x}" cy="${y}" r="${r}"/></g></svg>`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, svg, size] of [
  ['color', color, 192],
  ['outline', outline, 32],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync(`manifest/${name}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
