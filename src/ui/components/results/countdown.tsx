import { useEffect, useState } from 'preact/hooks'
import styles from './countdown.module.css'

/** When something is tried again, second by second. `until`: ISO time. */
export function Countdown({ until }: { until: string }) {
  const secondsLeft = () => Math.ceil((Date.parse(until) - Date.now()) / 1000)
  const [left, setLeft] = useState(secondsLeft)
  useEffect(() => {
    setLeft(secondsLeft())
    const timer = setInterval(() => setLeft(secondsLeft()), 500)
    return () => clearInterval(timer)
  }, [until])
  return <div class={styles.text}>{left > 0 ? `Next try in ${inWords(left)}.` : 'Trying again now.'}</div>
}

const inWords = (seconds: number): string =>
  seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
