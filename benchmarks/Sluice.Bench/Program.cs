using Sluice.Bench;
using Sluice.Bench.Estates;
using Sluice.Bench.Floor;

if (args is ["floor", .. var rest])
    await FloorHost.Run(rest);
else if (args is ["estate-generate", .. var order])
    return EstateCommand.Run(order);
else if (!await new Benchmark(BenchOptions.Read(args)).Run())
    return 1;
return 0;
