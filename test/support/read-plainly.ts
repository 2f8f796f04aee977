// The least of a reader: a row with an id, a name and an active status is a service. For tests of what stands around the reader.
import type { ReadResult } from '../../src/directory/read/read-result.js';
import type { Service } from '../../src/directory/service.js';

/** A service of which only id and name are told. */
export function aService(id: string, name = `Service ${id}`): Service {
  return {
    id,
    name,
    about: '',
    provider: { id: 'o', name: 'Kind Neighbours', kind: 'small-charity' },
    ...{ needs: [], places: [], remote: false, schedules: [], audiences: [], languages: [], interpreters: false, areas: [], phones: [] },
    hidden: false,
  };
}

/** Reads a row; a name of `odd` is taken with a warning and an unmapped term. */
export function readPlainly(row: unknown): ReadResult {
  // safe: every field is looked at before it is used
  const fields = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  const { id, name, status } = fields;
  if (typeof id !== 'string') return { kind: 'refused', issues: [{ severity: 'refused', code: 'no-id' }] };
  const refused = (code: string): ReadResult => ({ kind: 'refused', id, issues: [{ severity: 'refused', code }] });
  if (typeof name !== 'string') return refused('no-name');
  if (status !== 'active') return refused('not-active');
  const odd = name === 'odd';
  const issues = odd
    ? ([
        { severity: 'warned', code: 'html-in-text', field: 'name', found: name },
        { severity: 'warned', code: 'unmapped-term', found: 'Knitting' },
        { severity: 'warned', code: 'unmapped-term', found: 'Chess' },
      ] as const)
    : [];
  return { kind: 'accepted', service: aService(id, name), row: fields, issues };
}
