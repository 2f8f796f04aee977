// What any sentence may say about the service, by name: {{servicePhone}}, {{openingHours}} … from dialogs/service.json.
import type { Service } from './service-schema.js';
import { wordHours, wordNumber } from '../languages/word-intl.js';

/** Every name a sentence may use without being given it. */
export const serviceVariables = [
  'serviceName',
  'servicePhone',
  'serviceEmail',
  'controller',
  'dpoName',
  'dpoEmail',
  'areaName',
  'workingDays',
  'minimumAge',
  'waitWeeks',
  'openingHours',
  'conversationHours',
  'pausedDays',
  'clinicalName',
  'childrenSafeguarding',
  'adultsSafeguarding',
  'housingPhone',
] as const;

export type ServiceVariable = (typeof serviceVariables)[number];

/** Their values in a language. `isolate` keeps numbers and addresses left to right inside right-to-left text. */
export function wordService(service: Service, lang: string, isolate: (text: string) => string): Readonly<Record<ServiceVariable, string>> {
  return {
    serviceName: isolate(service.name),
    servicePhone: isolate(service.phone),
    serviceEmail: isolate(service.email),
    controller: isolate(service.controller),
    dpoName: isolate(service.dataProtectionOfficer.name),
    dpoEmail: isolate(service.dataProtectionOfficer.email),
    areaName: isolate(service.area.name),
    workingDays: wordNumber(service.workingDays, lang),
    minimumAge: wordNumber(service.minimumAge, lang),
    waitWeeks: service.intake.state === 'paused' ? wordNumber(service.intake.waitWeeks, lang) : '',
    openingHours: wordHours(service.openingHours, lang),
    conversationHours: wordNumber(service.retention.conversationHours, lang),
    pausedDays: wordNumber(service.retention.pausedDays, lang),
    clinicalName: isolate(service.clinicalContact.name),
    childrenSafeguarding: isolate(service.safeguarding.children),
    adultsSafeguarding: isolate(service.safeguarding.adults),
    housingPhone: isolate(service.safeguarding.housing),
  };
}
