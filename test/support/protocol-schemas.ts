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

/** What is validated: an Adaptive Card 1.5, an Activity, an attachment of one. */
export interface ProtocolValidators {
  readonly card: ValidateFunction;
  readonly activity: ValidateFunction;
  readonly attachment: ValidateFunction;
}

/** The validators. */
export function protocolValidators(): ProtocolValidators {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  // `id` is the draft 6 schema's own older name for `$id`; what it references is all inside.
  const { id: _id, $schema: _schema, ...card } = schemaOf('adaptive-card-1.5.json');
  const { $schema: _draft, ...rest } = schemaOf('botframework.json');
  const of = (definition: string): ValidateFunction => ajv.compile({ ...rest, $ref: `#/definitions/${definition}` });
  return { card: ajv.compile(card), activity: of('Activity'), attachment: of('Attachment') };
}
