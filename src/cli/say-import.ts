// What an import says in the terminal: what became of the rows, what is odd about the feed, and which directory is in force now.
import type { ImportOutcome, WhyKept } from '../directory-import/import-directory.js';
import type { ImportReport, ReportedCode } from '../directory-import/import-report.js';
import type { DirectoryVersion } from '../storage/ports.js';

type Kept = Extract<ImportOutcome, { kind: 'kept' }>;

const ROWS_SHOWN = 3;
const TERMS_SHOWN = 20;
const NOTICES_SHOWN = 10;

const number = (value: number): string => value.toLocaleString('en-GB');

/** A version on one line. */
export function sayVersion({ id, at, services, source, sample }: DirectoryVersion): string {
  return `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${number(services)} services  ${source}${sample === true ? ' (sample)' : ''}`;
}

/** The whole outcome. */
export function sayOutcome(outcome: ImportOutcome, source: string): string {
  return [...sayReport(outcome.report, source), ...(outcome.kind === 'published' ? sayPublished(outcome.version) : sayKept(outcome))].join(
    '\n',
  );
}

function sayReport(report: ImportReport, source: string): readonly string[] {
  const { rows, accepted, warned, refused, duplicates, ended } = report;
  return [
    `${number(rows)} rows read from ${source}`,
    `${number(accepted)} accepted`,
    `${number(warned)} rows with something left out or mended`,
    `${number(refused)} refused`,
    ...(duplicates > 0 ? [`${number(duplicates)} with the id of another row; the newer was taken`] : []),
    ...(ended > 0 ? [`${number(ended)} no longer active, taken out`] : []),
    ...Object.entries(report.byCode).map(([code, counted]) => sayCode(code, counted)),
    ...sayNotices(report),
    ...sayTerms(report),
  ];
}

function sayCode(code: string, { severity, count, rows }: ReportedCode): string {
  const shown = rows.slice(0, ROWS_SHOWN).map(({ row, id }) => `row ${String(row)}${id === undefined ? '' : ` (${id})`}`);
  return `  ${severity} ${number(count)} ${code}: ${shown.join(', ')}${count > shown.length ? ' ...' : ''}`;
}

function sayNotices({ notices }: ImportReport): readonly string[] {
  const codes = [...new Set(notices.map(({ code }) => code))];
  return codes.map(code => {
    const details = notices.flatMap(notice => (notice.code === code ? [notice.detail] : []));
    return `  of the feed as a whole: ${code}: ${details.slice(0, NOTICES_SHOWN).join(', ')}${details.length > NOTICES_SHOWN ? ' ...' : ''}`;
  });
}

function sayTerms({ unmappedTerms }: ImportReport): readonly string[] {
  if (unmappedTerms.length === 0) return [];
  const shown = unmappedTerms.slice(0, TERMS_SHOWN).map(({ term, count }) => `${term} (${number(count)})`);
  const more = unmappedTerms.length > shown.length ? `, and ${number(unmappedTerms.length - shown.length)} more` : '';
  return [`Terms that directory/needs.json does not know: ${shown.join(', ')}${more}`];
}

function sayPublished({ id, services }: DirectoryVersion): readonly string[] {
  return [`Version ${id} with ${number(services)} services is in force. A server that is running takes it up within half a minute.`];
}

function sayKept({ why, before, services, fault }: Kept): readonly string[] {
  const reasons: Readonly<Record<WhyKept, string>> = {
    failed: `The import did not come to its end: ${fault?.message ?? 'a part of it did not reach the store'}.`,
    'nothing-accepted': 'Nothing was accepted.',
    smaller: `It has ${number(services)} services, fewer than half of what is in force. If that is right, import it with --accept-smaller.`,
    unchanged: 'Nothing has changed since.',
    late: 'Another directory was imported meanwhile.',
    'other-source': `What is in force is from ${before?.source ?? 'elsewhere'}: import this feed whole, without --changed.`,
  };
  const stays = before === undefined ? 'There is no directory yet.' : `The directory of before stays in force: ${sayVersion(before)}`;
  return [reasons[why], stays];
}
