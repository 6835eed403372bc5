/** Where OpenAI's API is, unless the settings name a server that speaks it. */
export const OPENAI_URL = 'https://api.openai.com/v1'
