// The published schemas of what is sent to Teams, where they lie beside this repository.
import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';

const folder = '../shared/data/protocol';

type Json = Readonly<Record<string, unknown>>;

/** Are they there? */
export const hasProtocolSchemas = existsSync(folder);

function schemaOf(name: string): Json {
  // Safe: both files are objects, or the validators made of them fail.
  return JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Json;
}

/** Validators of an Adaptive Card 1.5 and of an Activity. */
export function protocolValidators(): { readonly card: ValidateFunction; readonly activity: ValidateFunction } {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  // `id` is the draft 6 schema's own older name for `$id`; what it references is all inside.
  const { id: _id, $schema: _schema, ...card } = schemaOf('adaptive-card-1.5.json');
  const { $schema: _draft, ...rest } = schemaOf('botframework.json');
  return { card: ajv.compile(card), activity: ajv.compile({ ...rest, $ref: '#/definitions/Activity' }) };
}
