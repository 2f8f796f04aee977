// Takes the lines of a file of postcodes one by one: finds its columns, reads each row, builds the table, and counts what became of every row.
import { PostcodeTableBuilder } from './postcode-table-builder.js';
import { findPostcodeColumns } from './postcode-columns.js';
import type { FoundColumns, PostcodeColumns } from './postcode-columns.js';
import { readPostcodeRow } from './read-postcode-row.js';
import type { PostcodeRow } from './read-postcode-row.js';
import { splitCsvLine } from './split-csv-line.js';

type Refusal = Extract<PostcodeRow, { kind: 'refused' }>['why'];

/** What became of the rows, without the line of names. */
export interface PostcodeReport {
  readonly rows: number;
  readonly taken: number;
  /** Of those taken: no longer in use. */
  readonly ended: number;
  /** Left out: the directory knows no position for them. */
  readonly unlocated: number;
  /** By reason: how many, and the first few lines of the file. */
  readonly refused: Readonly<Partial<Record<Refusal, { readonly count: number; readonly lines: readonly number[] }>>>;
}

/** Lines told of each reason. */
const linesTold = 5;
/** So many rows are looked at for one in a known order; in a file without names the first may happen to be a bad one. */
const rowsLookedAt = 20;

/** A byte order mark, whether the file was read as UTF-8 or byte by byte. */
function withoutMark(text: string): string {
  return text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/u, '');
}

interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

export class PostcodeRows {
  private readonly builder = new PostcodeTableBuilder();
  private readonly waiting: Row[] = [];
  private readonly refused = new Map<Refusal, { count: number; lines: number[] }>();
  private columns: PostcodeColumns | undefined;
  private width = 0;
  private counts = { rows: 0, taken: 0, ended: 0, unlocated: 0 };
  /** The last row had fewer fields than the first: the file may be cut off. */
  lastWasShort = false;

  get columnsFound(): boolean {
    return this.columns !== undefined;
  }

  get report(): PostcodeReport {
    return { ...this.counts, refused: Object.fromEntries(this.refused) };
  }

  /** Takes the next line, by its number in the file. Empty lines are passed over. */
  take(text: string, line: number): void {
    if (text.trim() === '') return;
    const fields = splitCsvLine(line === 1 ? withoutMark(text) : text);
    this.lastWasShort = fields.length < this.width;
    this.width ||= fields.length;
    if (this.columns === undefined) this.lookForColumns({ fields, line });
    else this.read({ fields, line }, this.columns);
  }

  /** The table of all that was taken. */
  finish(): Buffer {
    return this.builder.finish();
  }

  private lookForColumns(row: Row): void {
    if (this.waiting.length === rowsLookedAt) return;
    const found = findPostcodeColumns(row.fields);
    if (found?.kind !== 'named') this.waiting.push(row);
    if (found !== undefined) this.begin(found);
  }

  private begin({ columns }: FoundColumns): void {
    this.columns = columns;
    for (const row of this.waiting.splice(0)) this.read(row, columns);
  }

  private read({ fields, line }: Row, columns: PostcodeColumns): void {
    this.counts.rows += 1;
    const row = readPostcodeRow(fields, columns);
    if (row.kind === 'unlocated') this.counts.unlocated += 1;
    else if (row.kind === 'refused') this.refuse(row.why, line);
    else {
      this.counts.taken += 1;
      if (row.postcode.ended) this.counts.ended += 1;
      this.builder.add(row.postcode);
    }
  }

  private refuse(why: Refusal, line: number): void {
    const known = this.refused.get(why) ?? { count: 0, lines: [] };
    known.count += 1;
    if (known.lines.length < linesTold) known.lines.push(line);
    this.refused.set(why, known);
  }
}
