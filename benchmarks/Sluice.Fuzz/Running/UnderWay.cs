using System.IO.MemoryMappedFiles;

namespace Sluice.Fuzz.Running;

/// <summary>
/// Which input each thread reads, in a file that outlives the process: a stack without end ends it before anybody can say why.
/// </summary>
internal sealed class UnderWay : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor numbers;

    private UnderWay(MemoryMappedFile file) => (this.file, numbers) = (file, file.CreateViewAccessor());

    public static UnderWay Begin(string folder, ulong seed)
    {
        Directory.CreateDirectory(folder);
        var begun = new UnderWay(MemoryMappedFile.CreateFromFile(Named(folder), FileMode.Create, null, (Environment.ProcessorCount + 1) * sizeof(long)));
        begun.numbers.Write(0, seed);
        for (var slot = 0; slot < Environment.ProcessorCount; slot++)
            begun.Note(slot, -1);
        return begun;
    }

    public void Note(int slot, long number) => numbers.Write((slot + 1) * sizeof(long), number);

    public static (ulong Seed, IReadOnlyList<long> Numbers) Left(string folder)
    {
        var all = File.ReadAllBytes(Named(folder)).Chunk(sizeof(long)).Select(bytes => BitConverter.ToInt64(bytes)).ToList();
        return ((ulong)all[0], [.. all.Skip(1).Where(number => number >= 0)]);
    }

    public void Dispose()
    {
        numbers.Dispose();
        file.Dispose();
    }

    private static string Named(string folder) => Path.Combine(folder, "under-way");
}
