// The items of dialogs/near.json that the product itself holds on to, and the codes it fills them with.
import type { AnswerValue } from '../content/forms/form.js';
import type { Conversation } from './conversation.js';

/** What is near: the services shown (hidden), where the person is, which of the services to ask the link worker about. */
export const nearItems = { services: 'near.services', postcode: 'near.postcode', askAbout: 'near.ask-about' } as const;

/** Ids of the directory's services as a FHIR code system. */
export const serviceSystem = 'urn:waymark:service';

type Coding = Extract<AnswerValue, { readonly valueCoding: object }>;

function isService(value: AnswerValue): value is Coding {
  return 'valueCoding' in value && value.valueCoding.system === serviceSystem;
}

/** The services the link worker is to be asked about. */
export function askedAbout({ answers }: Pick<Conversation, 'answers'>): readonly Coding[] {
  return (answers[nearItems.askAbout]?.values ?? []).filter(isService);
}
