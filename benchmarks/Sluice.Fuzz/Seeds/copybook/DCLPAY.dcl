      ******************************************************************
      * DCLGEN TABLE(PAY.PERSON)                                       *
      ******************************************************************
           EXEC SQL DECLARE PAY.PERSON TABLE
           ( ID                             CHAR(8) NOT NULL,
             DEPT                           DECIMAL(9, 0) NOT NULL
           ) END-EXEC.
       01  DCLPERSON.
           10 ID                   PIC X(8).
           10 DEPT                 PIC S9(9)V USAGE COMP-3.
