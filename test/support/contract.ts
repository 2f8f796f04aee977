// The public contract as a JSON schema: what is sent to clients, and what they may send.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
const schema = JSON.parse(readFileSync('docs/contract/waymark-1.schema.json', 'utf8')) as { readonly $id: string };
ajv.addSchema(schema);

function validator(definition: string): ValidateFunction {
  const validate = ajv.getSchema(`${schema.$id}#/definitions/${definition}`);
  if (validate === undefined) throw new Error(`the contract defines no ${definition}`);
  return validate;
}

const outbound = validator('outbound');
const inbound = validator('inbound');

function faultsBy(validate: ValidateFunction, value: unknown): readonly string[] {
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
}

/** What is wrong with an activity that was sent, by the contract. */
export function outboundFaults(activity: { readonly channelData?: unknown }): readonly string[] {
  const data = activity.channelData;
  const waymark: unknown = typeof data === 'object' && data !== null && 'waymark' in data ? data.waymark : undefined;
  return waymark === undefined ? [] : faultsBy(outbound, waymark);
}

/** What is wrong with the `value` of a message, by the contract. */
export function inboundFaults(value: unknown): readonly string[] {
  return faultsBy(inbound, value);
}
