// The adapter of our own pages: no network, and nothing but sending.
import { ActivityHandler } from 'botbuilder';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { ThinAdapter } from '../../../src/channels/bot-framework/thin-adapter.js';

class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivities([
        { type: 'message', text: context.activity.text },
        { type: 'message', text: context.activity.deliveryMode ?? 'plain' },
      ]);
      await next();
    });
  }
}

describe('the thin adapter', () => {
  const about = { channelId: 'pages', conversation: { id: 'c', name: '', isGroup: false, conversationType: 'personal' } };

  it('gives back what the bot sent, in order, and drops a delivery mode that would swallow it', async () => {
    const sent = await new ThinAdapter().run({ ...about, type: 'message', text: 'hello', deliveryMode: 'expectReplies' }, new Echo());
    expect(sent.map(activity => activity.text)).to.deep.equal(['hello', 'plain']);
  });

  it('keeps two runs apart', async () => {
    const adapter = new ThinAdapter();
    const both = await Promise.all(['a', 'b'].map(text => adapter.run({ ...about, type: 'message', text }, new Echo())));
    expect(both.map(sent => sent[0]?.text)).to.deep.equal(['a', 'b']);
  });

  it('updates, deletes and continues nothing', async () => {
    const adapter = new ThinAdapter();
    const refused = [adapter.updateActivity(), adapter.deleteActivity(), adapter.continueConversation({})];
    const results = await Promise.allSettled(refused);
    expect(results.map(result => result.status)).to.deep.equal(['rejected', 'rejected', 'rejected']);
  });
});
