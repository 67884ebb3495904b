import { MISSING, type Wordings } from './questions.ts'
import type { Rating, Story, StoryPage } from './story.ts'

/** What a plot has to choose from. */
export class Props {
  readonly random: () => number
  readonly pages: readonly StoryPage[]

  constructor(random: () => number, pages: readonly StoryPage[]) {
    this.random = random
    this.pages = pages
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  chance(share: number): boolean {
    return this.random() < share
  }

  /** Some pages are asked for far more often than others. */
  page(): StoryPage {
    const page = this.pages[Math.floor(this.random() ** 2 * this.pages.length)]
    if (page === undefined) throw new Error('the library is empty')
    return page
  }

  missing(): Wordings {
    return MISSING[Math.floor(this.random() ** 2 * MISSING.length)] ?? this.pick(MISSING)
  }
}

export interface Plot {
  /** How often it happens, compared with the others. */
  readonly weight: number
  readonly channel: 'fin_agent_api' | 'custom_channel' | 'either'
  readonly isSingleAnswer?: boolean
  play(story: Story, props: Props): void
}

const TEAM = ['Kim', 'Lee', 'Ana']
const RATINGS: readonly Rating[] = ['terrible', 'bad', 'ok', 'ok', 'good', 'good', 'amazing', 'amazing', 'amazing']
const REMARKS = ['Quick!', 'Not what I asked, "really"', 'Danke,\nsuper']

function ask(story: Story, props: Props): StoryPage {
  const page = props.page()
  const [text, language] = props.pick([
    [`How does ${page.title} work?`, 'en'],
    [`I have a question about ${page.title}, can you tell me more?`, 'en'],
    [`Wie funktioniert ${page.title} bei euch eigentlich?`, 'de'],
    [`Comment fonctionne ${page.title}, s'il vous plaît ?`, 'fr'],
  ] as const)
  story.user(text, language)
  return page
}

function answer(story: Story, props: Props): void {
  if (props.chance(0.1)) story.user('Hello there', null)
  if (story.channel === 'fin_agent_api' && props.chance(0.1)) story.context('The order was sent yesterday.')
  const page = ask(story, props)
  const second = props.chance(0.2) ? [props.page()].filter(({ id }) => id !== page.id) : []
  // A page may be quoted twice in one answer.
  const again = props.chance(0.05) ? [page] : []
  const pages = [page, ...second, ...again]
  story.fin('answer', pages.map(({ text }) => text).join('\n\n'), { pages })
}

function refuse(story: Story, props: Props): void {
  const { language, wordings } = props.missing()
  story.user(props.pick(wordings), language)
  const near = props.chance(0.8) ? [...new Set([props.page(), props.page(), props.page()])] : []
  story.fin('no_answer', 'I found no answer to that. Shall I get a person?', { near })
}

function goOn(story: Story, props: Props): void {
  story.wait(20 + Math.floor(props.random() * 200))
}

function thank(story: Story, props: Props): void {
  goOn(story, props)
  story.user('Thanks, that helped', 'en')
  story.fin('closing', 'You are welcome.')
  story.resolve('confirmed_resolution')
  rate(story, props)
}

function rate(story: Story, props: Props): void {
  if (!props.chance(0.5)) return
  goOn(story, props)
  story.rate(props.pick(RATINGS), props.chance(0.4) ? props.pick(REMARKS) : null)
}

function complain(story: Story, props: Props): void {
  goOn(story, props)
  story.user('That did not help', 'en')
  story.fin('ask_for_detail', 'What exactly are you looking for?')
}

function handOver(story: Story, props: Props, text = 'I want to talk to a person'): void {
  goOn(story, props)
  story.user(text, 'en')
  story.fin('hand_over', 'I am getting somebody.')
  story.escalate('escalated')
  if (props.chance(0.8)) help(story, props)
}

/** A teammate does the rest. */
function help(story: Story, props: Props): void {
  const name = props.pick(TEAM)
  story.wait(300 + Math.floor(props.random() * 20_000))
  if (props.chance(0.3)) story.note(name, 'Knows us for long.')
  story.teammate(name, 'Let me see.')
  goOn(story, props)
  if (props.chance(0.8)) story.close(props.pick(TEAM))
}

export const PLOTS: readonly Plot[] = [
  { weight: 24, channel: 'either', play: (story, props) => (answer(story, props), thank(story, props)) },
  {
    weight: 24,
    channel: 'either',
    play(story, props) {
      if (story.channel === 'fin_agent_api' && props.chance(0.2)) {
        story.history('user', 'Where is my order?')
        story.history('agent', 'On its way.')
      }
      answer(story, props)
      story.silence()
      rate(story, props)
    },
  },
  {
    weight: 6,
    channel: 'either',
    play(story, props) {
      answer(story, props)
      complain(story, props)
      goOn(story, props)
      story.user('Still not working for me', 'en')
      story.fin('offer', 'Shall I get a person?')
      if (props.chance(0.7)) handOver(story, props, 'yes')
      else story.silence()
    },
  },
  {
    // Unhappy, then helped after all.
    weight: 4,
    channel: 'either',
    play(story, props) {
      answer(story, props)
      complain(story, props)
      goOn(story, props)
      answer(story, props)
      thank(story, props)
    },
  },
  {
    weight: 10,
    channel: 'either',
    play(story, props) {
      refuse(story, props)
      if (props.chance(0.4)) return handOver(story, props, 'yes')
      if (props.chance(0.3)) {
        goOn(story, props)
        answer(story, props)
      }
      story.silence()
    },
  },
  {
    weight: 6,
    channel: 'either',
    play(story, props) {
      const { language, wordings } = props.missing()
      story.user(props.pick(wordings), language)
      story.fin('clarification', 'What is it about?', { near: [props.page()] })
      if (props.chance(0.6)) {
        goOn(story, props)
        answer(story, props)
      }
      story.silence()
    },
  },
  { weight: 6, channel: 'either', play: (story, props) => handOver(story, props) },
  {
    weight: 3,
    channel: 'either',
    play(story) {
      story.user('hi', null)
      story.fin('greeting', 'Hello! What can I do for you?')
      story.silence()
    },
  },
  {
    weight: 5,
    channel: 'fin_agent_api',
    isSingleAnswer: true,
    play(story, props) {
      if (props.chance(0.7)) {
        answer(story, props)
        story.resolve('assumed_resolution')
      } else {
        refuse(story, props)
        story.finish()
      }
    },
  },
  {
    // Comes back.
    weight: 6,
    channel: 'either',
    play(story, props) {
      answer(story, props)
      thank(story, props)
      story.wait(7_200)
      if (props.chance(0.4)) {
        answer(story, props)
        if (props.chance(0.5)) thank(story, props)
        else story.silence()
      } else {
        complain(story, props)
        if (props.chance(0.5)) handOver(story, props)
        else story.silence()
      }
    },
  },
  {
    // Begins without a word, and stays so.
    weight: 4,
    channel: 'custom_channel',
    play(story, props) {
      if (props.chance(0.5)) story.fin('greeting', 'Welcome!')
      story.fin('prompt', 'What is it about?')
      story.silence()
    },
  },
  {
    weight: 4,
    channel: 'custom_channel',
    play(story, props) {
      story.fin('greeting', 'Welcome!')
      story.fin('prompt', 'What is it about?')
      goOn(story, props)
      story.user('Billing', null, { quick_reply_uuid: 'billing' })
      story.fin('prompt', 'What is your e-mail address?')
      if (props.chance(0.3)) return story.silence()
      goOn(story, props)
      story.user('ann@example.com', null, { attribute: { id: 'email', is_valid: true } })
      if (props.chance(0.3)) {
        story.fin('hand_over', 'I am getting somebody.')
        story.escalate('routed_to_team')
        return help(story, props)
      }
      story.fin('greeting', 'How can I help?')
      goOn(story, props)
      answer(story, props)
      story.silence()
    },
  },
  {
    // Nothing but prompts.
    weight: 2,
    channel: 'custom_channel',
    play(story, props) {
      story.fin('prompt', 'What is it about?')
      goOn(story, props)
      story.user('Billing', null, { quick_reply_uuid: 'billing' })
      story.fin('prompt', 'What is your e-mail address?')
      story.silence()
    },
  },
  {
    // A question that stays open behind prompts, and is answered after them.
    weight: 2,
    channel: 'custom_channel',
    play(story, props) {
      const { language, wordings } = props.missing()
      story.user(props.pick(wordings), language)
      story.fin('greeting', 'Welcome!')
      story.fin('prompt', 'What is your e-mail address?')
      goOn(story, props)
      story.user('ann@example.com', null, { attribute: { id: 'email', is_valid: true } })
      story.fin('no_answer', 'I found no answer to that.', { near: [props.page()] })
      story.silence()
    },
  },
  {
    // A teammate is faster than the user.
    weight: 4,
    channel: 'either',
    play(story, props) {
      answer(story, props)
      help(story, props)
      if (props.chance(0.3) && !story.isOpen) {
        story.wait(600)
        story.reopen('Kim')
      }
    },
  },
  {
    // The application hands over; the agent has no part in it.
    weight: 3,
    channel: 'fin_agent_api',
    play(story, props) {
      story.user('Requesting human support', 'en')
      if (props.chance(0.5)) story.note(null, 'A good customer.')
      story.escalate('escalated')
      if (props.chance(0.5)) help(story, props)
    },
  },
  {
    // The application begins with words of its own.
    weight: 2,
    channel: 'fin_agent_api',
    play(story) {
      story.context('Your order is late.')
      story.fin('greeting', 'Hello! What can I do for you?')
      story.silence()
    },
  },
]
