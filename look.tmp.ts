const base='http://localhost:8107'
const r = await fetch(`${base}/api/auth/sign-in/username`,{method:'POST',headers:{'content-type':'application/json',origin:base},body:JSON.stringify({username:'kefuzhuguan',password:'wuyou2026'})})
const cookie = r.headers.getSetCookie().map(c=>c.split(';')[0]).join('; ')
const get = async (p: string) => (await fetch(`${base}${p}`,{headers:{cookie}})).json()
const s = await get('/api/v1/session')
const e = s.estates?.find((x:any)=>x.code==='CH')?.id ?? s.estates?.[0]?.id
const f = await get(`/api/v1/estates/${e}/findings?limit=50`)
for (const r of f.rows) console.log('M', r.id, r.number, r.state, r.title)
const l = await get(`/api/v1/estates/${e}/scored-looks?limit=100&month=2026-11`)
const low = l.rows.sort((a:any,b:any)=>(a.score??101)-(b.score??101)).slice(0,2)
for (const r of low) console.log('L', r.id, r.score, r.place.name)
