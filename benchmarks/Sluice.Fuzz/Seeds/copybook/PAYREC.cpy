      * A record of the payroll
       01  :TAG:-REC.
           05  :TAG:-KEY.
               10  :TAG:-ID         PIC 9(8) COMP-3.
           05  :TAG:-NAME           PIC X(30).
           05  :TAG:-PROGRAM        PIC X(8) VALUE 'PAYCOPY'.
               88  :TAG:-IS-NET     VALUE 'PAYNET'.
           05  :TAG:-FLAGS REDEFINES :TAG:-NAME OCCURS 3 TIMES.
               10  FILLER           PIC X.
           COPY PAYREC.
           COPY PAYSUBR.
