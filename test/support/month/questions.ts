/** Ways to ask for one thing that the library does not have. */
export interface Wordings {
  readonly language: string
  readonly wordings: readonly string[]
}

const aQuestion = (language: string, ...wordings: string[]): Wordings => ({ language, wordings })

export const MISSING: readonly Wordings[] = [
  aQuestion('en', 'Do you ship to Norway?', 'Is shipping to Norway possible?', 'ship Norway'),
  aQuestion('en', 'Can I pay with bitcoin?', 'paying by bitcoin', 'Is paying in bitcoin possible?'),
  aQuestion('de', 'Gibt es einen Rabatt für Studenten?', 'Studenten Rabatt?', 'Bekommen Studenten einen Rabatt?'),
  aQuestion('en', 'Where is your office in Berlin?', 'office Berlin', 'Do you have an office in Berlin?'),
  aQuestion('fr', 'Puis-je changer mon adresse de livraison ?', 'changer adresse livraison'),
  aQuestion('en', 'Is there a dark theme?', 'dark theme please', 'I want a dark theme'),
  aQuestion('en', 'Do you offer gift cards?', 'gift cards', 'buying gift cards'),
  aQuestion('en', 'How do I connect a barcode scanner?', 'connecting a barcode scanner'),
  aQuestion('de', 'Wie kündige ich den Vertrag?', 'Vertrag kündigen', 'Ich möchte meinen Vertrag kündigen'),
  aQuestion('en', 'Does the warranty cover water damage?', 'water damage warranty'),
  aQuestion('en', 'What is the maximum size of uploads?', 'maximum upload size?'),
  aQuestion('en', 'Can two people share an account?', 'sharing an account between two people'),
]
