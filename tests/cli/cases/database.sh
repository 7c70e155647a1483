# Databases that are not ours, are newer, damaged, or cannot be used.
service web LATEST >web.json
: >other.db
ok 'another program makes its database' "$ASK" other.db 'create table t (x); insert into t values (1)'
cp other.db other.before
fg 4 report web.json --out out --db other.db
says 'it belongs to another program'
says_like '^hint: .*--db'
same other.db other.before
fg 4 assess --db other.db
fg 4 render --db other.db --out out

: >named.db
ok 'another application id' "$ASK" named.db 'pragma application_id = 1; create table t (x)'
fg 4 import web.json --db named.db
says 'it belongs to another program'

fg 0 import web.json --db newer.db
ok 'a newer schema' "$ASK" newer.db 'pragma user_version = 999'
cp newer.db newer.before
fg 4 assess --db newer.db
says 'is newer than this program'
says_like '^hint: .'
same newer.db newer.before

echo 'this is not a database, whatever its name says; it is a text file of some length' >text.db
fg 4 import web.json --db text.db
says 'text.db'
fg 4 import web.json --db .
says_like '^hint: .'

# A file that is empty becomes one.
: >fresh.db
fg 0 import web.json --db fresh.db
asks fresh.db 'select count(*) from source' 1

# The catalogue is the program's: what stands in the database is brought up to date, evidence is not touched.
ok 'an older catalogue' "$ASK" fresh.db "update catalog set digest = 'old'; delete from control_text"
fg 0 assess --db fresh.db
asks fresh.db "select count(*) > 0 from control_text" 1
asks fresh.db 'select count(*) from source' 1

# SQL names are data too.
odd="it's; drop table source --.db"
fg 0 import web.json --db "$odd"
asks "$odd" 'select count(*) from source' 1
fg 0 import web.json --db 'file:odd?mode=memory'
ok 'a name that looks like a URI is a name' test -s 'file:odd?mode=memory'
