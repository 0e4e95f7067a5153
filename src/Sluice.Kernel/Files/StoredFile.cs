using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Files;

/// <summary>A file that this tenant has uploaded. The bytes may be on disk once for several tenants; only this row opens them.</summary>
/// <param name="Size">Bytes.</param>
internal sealed record StoredFile(TenantId TenantId, string Sha256, long Size, DateTimeOffset At) : ITenantOwned;
