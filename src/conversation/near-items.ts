// The items of dialogs/near.json that the product itself holds on to, and the codes it fills them with.
import type { AnswerValue } from '../content/forms/form.js';

/** What is near: the services shown (hidden), where the person is, which of the services to ask the link worker about. */
export const nearItems = { services: 'near.services', postcode: 'near.postcode', askAbout: 'near.ask-about' } as const;

/** Ids of the directory's services as a FHIR code system. */
export const serviceSystem = 'urn:waymark:service';

/** Those of these answers that are services. */
export function servicesIn(values: readonly AnswerValue[]): readonly AnswerValue[] {
  return values.filter(value => 'valueCoding' in value && value.valueCoding.system === serviceSystem);
}
