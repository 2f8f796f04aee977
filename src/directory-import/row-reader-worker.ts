// Reads rows in a thread of its own: an import takes half as long, and a server that imports goes on answering.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readService } from '../directory/read/read-service.js';
import { loadFeedContext } from './feed-context.js';
import { toReadRow } from './read-row.js';

const { folder, today } = z.object({ folder: z.string(), today: z.string() }).parse(workerData);
const context = await loadFeedContext(folder, today);
const asked = z.string();

// Rows come as JSON, which is quicker to copy than the objects
parentPort?.on('message', (message: unknown) => {
  const rows = JSON.parse(asked.parse(message)) as readonly unknown[];
  parentPort?.postMessage(rows.map(row => toReadRow(readService(row, context))));
});
