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
import { useWords } from '../language/words.tsx';
import { channelWord } from './channel-words.ts';

const icons: Readonly<Record<string, LucideIcon>> = {
  phone: Phone,
  email: Mail,
  letter: FileText,
  'in-person': UserRound,
  web: Globe,
  shop: Store,
  chat: MessageCircle,
  message: Smartphone,
  representative: Users,
  social: MessagesSquare,
};

export const channelIcon = (channel: string): LucideIcon => icons[channel] ?? MessagesSquare;

/** The word for a channel; one that we do not know is shown as the procedure writes it. */
export function useChannelWords(): (channel: string) => string {
  const say = useWords();
  return (channel) => {
    const known = channelWord(channel);
    return known ? say(known) : channel;
  };
}

/** Channels by which somebody may have said something that staff record for him. */
export const spokenChannels = ['phone', 'email', 'letter', 'in-person'] as const;
