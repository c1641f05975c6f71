import type { MessageId } from '../language/messages.ts';

/** Ways in which people reach an organisation, by the words that procedures use. */
export const channelWords: Readonly<Record<string, MessageId>> = {
  phone: 'channel.phone',
  email: 'channel.email',
  letter: 'channel.letter',
  'in-person': 'channel.in-person',
  web: 'channel.web',
  shop: 'channel.shop',
  chat: 'channel.chat',
  message: 'channel.message',
  representative: 'channel.representative',
  social: 'channel.social',
};

/** The word for a channel; nothing for one that we do not know. */
export const channelWord = (channel: string): MessageId | undefined =>
  Object.hasOwn(channelWords, channel) ? channelWords[channel] : undefined;
