/* REXX pays /* nested */ */
parse arg member .
address TSO
"ALLOC F(PAYIN) DA('PROD.PAY."member"') SHR REUSE"
"EXECIO * DISKR PAYIN (STEM line. FINIS"
do i = 1 to line.0
  if pos('X', line.i) > 0 then call paysub line.i, i
  else x = paycalc(line.i) + "it's" || 'say "so"'
end
address ISPEXEC "SELECT PGM(PAYISPF) PARM("x")"
address ISPEXEC 'DISPLAY PANEL(PAYPNL)'
address LINKMVS "PAYLINK x"
queue "RUN PROGRAM(PAYDB2) PLAN(PAYPLAN)"
queue 'END'
"DSN SYSTEM(DB2P)"
"CALL 'PROD.LOAD(PAYLOAD)' '"x"'"
"SUBMIT 'PROD.JCL(PAYJOB)'"
address DSNREXX "EXECSQL SELECT NAME FROM PAY.PERSON WHERE ID = 1"
call outtrap 'o.'
"%PAYCMD" member,
  "MORE"
interpret x
exit 0
paysub: procedure expose x
return
