>>SOURCE FORMAT IS FREE
identification division.
program-id. payfree.
*> free format has no columns
data division.
working-storage section.
01 next-program pic x(8) value "PAYONE".
01 table-of-names. 05 a-name pic x(8) occurs 10 times.
copy payrec replacing ==:tag:== by ==free== off by on.
procedure division.
    move "PAYTWO" to next-program a-name(1)
    string 'PAY' delimited by size suffix delimited by space into next-program
    call next-program using by content "x", by value 1 returning rc
    call "PAYTHREE" *> here
    exec sql
       merge into pay.total t using (values (:a, :b)) as s(id, amount)
       on t.id = s.id when matched then update set amount = s.amount
       when not matched then insert (id, amount) values (s.id, s.amount)
    end-exec
    exec sql call pay.proc1(:a) end-exec
    exec sql delete from pay.old where current of c1 end-exec
    cancel "PAYTHREE"
    goback.
end program payfree.
