using System.Globalization;
using Sluice.Fuzz;
using Sluice.Fuzz.Judging;
using Sluice.Mainframe;

// What it says is the same everywhere, so that it can be compared.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
FuzzOptions options;
try
{
    options = FuzzOptions.Of(args, TimeProvider.System);
}
catch (Exception wrong) when (wrong is FormatException or OverflowException)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
return new Fuzzing(options, new Judge(MemberReader.Read)).Run() ? 0 : 1;
