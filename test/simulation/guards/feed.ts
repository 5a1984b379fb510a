import { guard, type Guard } from '../guard.ts';

const FEED = 'functions/receiver-api/read-notice-feed.ts';

/** The guards of a receiver that reads its notices page by page. */
export const FEED_GUARDS: readonly Guard[] = [
  guard(
    'the feed shows no change after which one of an earlier instant may come',
    FEED,
    'new Date(now().getTime() - LAG_MS)',
    'new Date(now().getTime())',
  ),
  guard(
    'a cursor that comes back says that everything before it was received',
    FEED,
    "  if (after !== '') await markReceived(receiver, after, ports);\n",
    '  void markReceived;\n',
  ),
  guard(
    'what the feed shows is entered in the log',
    'functions/receiver-api/handler.ts',
    "  await logNoticesRead(page.data, 'feed', event, caller, ports);\n",
    '',
  ),
];
