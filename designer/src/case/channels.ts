import {
  FileText,
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessagesSquare,
  Phone,
  Smartphone,
  Store,
  UserRound,
  Users,
} from 'lucide-react';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';

interface Channel {
  readonly word: MessageId;
  readonly icon: LucideIcon;
}

/** Ways in which people reach an organisation, by the words that procedures use. */
const channels: Readonly<Record<string, Channel>> = {
  phone: { word: 'channel.phone', icon: Phone },
  email: { word: 'channel.email', icon: Mail },
  letter: { word: 'channel.letter', icon: FileText },
  'in-person': { word: 'channel.in-person', icon: UserRound },
  web: { word: 'channel.web', icon: Globe },
  shop: { word: 'channel.shop', icon: Store },
  chat: { word: 'channel.chat', icon: MessageCircle },
  message: { word: 'channel.message', icon: Smartphone },
  representative: { word: 'channel.representative', icon: Users },
  social: { word: 'channel.social', icon: MessagesSquare },
};

export const channelIcon = (channel: string): LucideIcon => channels[channel]?.icon ?? MessagesSquare;

/** The word for a channel; one that we do not know is shown as the procedure writes it. */
export function useChannelWords(): (channel: string) => string {
  const say = useWords();
  return (channel) => {
    const known = channels[channel];
    return known ? say(known.word) : channel;
  };
}

/** Channels by which somebody may have said something that staff record for him. */
export const spokenChannels = ['phone', 'email', 'letter', 'in-person'] as const;
