// The floor to measure against: a stock Bot Framework echo bot, as the SDK's samples write it, with nothing stored.
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } from 'botbuilder';
import type { Request, Response } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
  await next();
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: unknown, response: unknown) => {
  // Safe: this is how the SDK's own samples hand restify's objects over.
  await adapter.process(request as Request, response as Response, context => bot.run(context));
});
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  process.stdout.write(`Patients: http://localhost:${String(server.address().port)}/ one-time link: http://localhost:0/\n`);
});
