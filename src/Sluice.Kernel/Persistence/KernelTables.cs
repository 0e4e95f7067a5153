using Microsoft.EntityFrameworkCore;
using Sluice.Kernel.Files;
using Sluice.Kernel.Idempotency;
using Sluice.Kernel.Outbox;
using Sluice.Kernel.People;
using Sluice.Kernel.People.SignIn;
using Sluice.Kernel.People.Views;
using Sluice.Kernel.Tenancy;

namespace Sluice.Kernel.Persistence;

internal static class KernelTables
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("organisation");
            organisation.HasKey(o => o.Id);
            organisation.HasIndex(o => o.Key).IsUnique();
        });
        model.Entity<OrganisationSettings>(settings =>
        {
            settings.ToTable("organisation_settings");
            settings.HasKey(s => s.TenantId);
        });
        model.Entity<SignInName>(name =>
        {
            name.ToTable("sign_in_name");
            name.HasKey(n => n.Name);
        });
        model.Entity<Person>(person =>
        {
            person.ToTable("person");
            person.HasKey(p => new { p.TenantId, p.Account });
            person.Property(p => p.Roles).AsJson();
        });
        model.Entity<Credential>(credential =>
        {
            credential.ToTable("credential");
            credential.HasKey(c => new { c.TenantId, c.Account });
            // Guesses made side by side count one by one.
            credential.Property(c => c.Failures).IsConcurrencyToken();
        });
        model.Entity<ApiToken>(token =>
        {
            token.ToTable("api_token");
            token.HasKey(t => new { t.TenantId, t.Id });
            token.HasIndex(t => new { t.TenantId, t.Hash }).IsUnique();
            token.HasIndex(t => new { t.TenantId, t.Account });
            token.Property(t => t.Scopes).AsJson();
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("saved_view");
            view.HasKey(v => new { v.TenantId, v.Id });
            view.HasIndex(v => new { v.TenantId, v.Account, v.Place }).IsUnique();
            view.HasIndex(v => new { v.TenantId, v.Account, v.List, v.Name }).IsUnique();
            view.HasIndex(v => new { v.TenantId, v.Account, v.DefaultOf }).IsUnique();
        });
        model.Entity<LedgerRow>(row =>
        {
            row.ToTable("ledger_entry");
            row.HasKey(r => new { r.TenantId, r.Record, r.Sequence });
            row.Ignore(r => r.Sealed);
            // What an auditor looks for: of that time, by that person, of that sort. One record's entries have the key.
            row.HasIndex(r => new { r.TenantId, r.At });
            row.HasIndex(r => new { r.TenantId, r.Actor, r.At });
            row.HasIndex(r => new { r.TenantId, r.Act, r.At });
        });
        model.Entity<LedgerText>(text =>
        {
            text.ToTable("ledger_text");
            text.HasKey(t => new { t.TenantId, t.Record, t.Sequence });
            text.Property(t => t.Texts).AsJson().IsRedactable();
        });
        model.Entity<OutboxRow>(row =>
        {
            row.ToTable("outbox");
            row.HasKey(r => new { r.TenantId, r.Id });
        });
        model.Entity<ReferenceBlock>(block =>
        {
            block.ToTable("reference_block");
            block.HasKey(b => new { b.TenantId, b.Prefix });
        });
        model.Entity<StoredReply>(reply =>
        {
            reply.ToTable("stored_reply");
            reply.HasKey(r => new { r.TenantId, r.Account, r.Call });
            reply.HasIndex(r => new { r.TenantId, r.At });
            // Of two calls that follow an outlived one, one is first.
            reply.Property(r => r.At).IsConcurrencyToken();
        });
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("stored_file");
            file.HasKey(f => new { f.TenantId, f.Sha256 });
        });
    }
}
