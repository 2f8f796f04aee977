// The figures of the service directory: how many services are in force, how old their import is, and how imports by the clock end.
import { Counter, Gauge, type Registry } from 'prom-client';
import type { DirectoryObserver } from '../running-directory.js';

/** Makes the figures; the age is worked out whenever they are read. */
export function createDirectoryMetrics(registers: Registry[]): DirectoryObserver {
  let begun: number | undefined;
  const services = new Gauge({
    name: 'waymark_directory_services',
    help: 'Services of the directory that serves, invented ones by themselves.',
    labelNames: ['sample'],
    registers,
  });
  new Gauge({
    name: 'waymark_directory_age_seconds',
    help: 'Seconds since the import of the directory that serves began; NaN: there is none.',
    registers,
    collect() {
      this.set(begun === undefined ? Number.NaN : Math.max(0, (Date.now() - begun) / 1000));
    },
  });
  const imports = new Counter({
    name: 'waymark_directory_imports_total',
    help: 'Imports by the clock of this server, by how they ended.',
    labelNames: ['outcome'],
    registers,
  });
  const last = new Gauge({
    name: 'waymark_directory_last_import',
    help: '1 for how the last import by the clock of this server ended.',
    labelNames: ['outcome'],
    registers,
  });
  return {
    directory: ({ services: count, at, sample = false }) => {
      services.reset();
      services.set({ sample: String(sample) }, count);
      begun = Date.parse(at);
    },
    directoryImport: outcome => {
      imports.inc({ outcome });
      last.reset();
      last.set({ outcome }, 1);
    },
  };
}
