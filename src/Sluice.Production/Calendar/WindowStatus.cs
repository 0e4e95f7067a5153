namespace Sluice.Production.Calendar;

/// <summary>Held is a decision of production control's; the others are what the clock says.</summary>
public enum WindowStatus { Upcoming, Open, Held, Ended }

/// <summary>Lifted is a decision of production control's; the others are what the clock says.</summary>
public enum FreezeStatus { Upcoming, InForce, Lifted, Ended }
