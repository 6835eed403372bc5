import postgres from 'postgres'

/** Breaks connections from the server's side, as a restart of PostgreSQL or a router between does. */
export function connectionCutter(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'scissors' } })
  return {
    /** Returns when the server has ended the connection; its client may not know yet. */
    async cut(pid: number): Promise<void> {
      await sql`select pg_terminate_backend(${pid}, 5000)`
    },
    /** Every connection of every proxy to this database; how many there were. */
    async cutAll(): Promise<number> {
      const cut = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'framewright'`
      return cut.length
    },
    close: () => sql.end(),
  }
}
