using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_token",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_token", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "booking",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    systems = table.Column<string>(type: "TEXT", nullable: false),
                    window = table.Column<string>(type: "TEXT", nullable: true),
                    changes = table.Column<int>(type: "INTEGER", nullable: false),
                    risk_points = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking", x => new { x.tenant_id, x.holder });
                });

            migrationBuilder.CreateTable(
                name: "booking_cover",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder = table.Column<string>(type: "TEXT", nullable: false),
                    covered_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking_cover", x => new { x.tenant_id, x.holder, x.covered_by });
                });

            migrationBuilder.CreateTable(
                name: "booking_of_system",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    holder = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking_of_system", x => new { x.tenant_id, x.system, x.until, x.from, x.holder });
                });

            migrationBuilder.CreateTable(
                name: "calendar_restricted",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    window = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    systems = table.Column<string>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_restricted", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    authorization_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    authorized_until = table.Column<long>(type: "INTEGER", nullable: true),
                    deferred_until = table.Column<long>(type: "INTEGER", nullable: true),
                    quorum = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    requester = table.Column<string>(type: "TEXT", nullable: false),
                    title_folded = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    returns_to = table.Column<string>(type: "TEXT", nullable: true),
                    assessment = table.Column<string>(type: "TEXT", nullable: true),
                    risk = table.Column<string>(type: "TEXT", nullable: true),
                    decisions = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    content_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    assessment_sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    snapshot_version = table.Column<long>(type: "INTEGER", nullable: false),
                    delivery_status = table.Column<string>(type: "TEXT", nullable: false),
                    release = table.Column<string>(type: "TEXT", nullable: true),
                    delays = table.Column<int>(type: "INTEGER", nullable: false),
                    delay_reason = table.Column<string>(type: "TEXT", nullable: true),
                    changed_production_at = table.Column<long>(type: "INTEGER", nullable: true),
                    staff = table.Column<string>(type: "TEXT", nullable: false),
                    executed_without_authorization = table.Column<bool>(type: "INTEGER", nullable: false),
                    reported_by = table.Column<string>(type: "TEXT", nullable: true),
                    last_result = table.Column<string>(type: "TEXT", nullable: true),
                    close_code = table.Column<string>(type: "TEXT", nullable: true),
                    content_artefacts = table.Column<string>(type: "TEXT", nullable: false),
                    content_backout_plan = table.Column<string>(type: "TEXT", nullable: false),
                    content_customers = table.Column<string>(type: "TEXT", nullable: false),
                    content_depends_on = table.Column<string>(type: "TEXT", nullable: false),
                    content_implementation_plan = table.Column<string>(type: "TEXT", nullable: false),
                    content_kind = table.Column<string>(type: "TEXT", nullable: false),
                    content_reason = table.Column<string>(type: "TEXT", nullable: false),
                    content_security_impact = table.Column<string>(type: "TEXT", nullable: false),
                    content_systems = table.Column<string>(type: "TEXT", nullable: false),
                    content_test_plan = table.Column<string>(type: "TEXT", nullable: false),
                    content_title = table.Column<string>(type: "TEXT", nullable: false),
                    content_window_from = table.Column<long>(type: "INTEGER", nullable: false),
                    content_window_until = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "change_authorization",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    conditions = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    requester = table.Column<string>(type: "TEXT", nullable: false),
                    deciders = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_authorization", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "change_of_artefact",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_of_artefact", x => new { x.tenant_id, x.sha256, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "change_of_system",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_of_system", x => new { x.tenant_id, x.system, x.number });
                });

            migrationBuilder.CreateTable(
                name: "change_snapshot",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    @ref = table.Column<string>(name: "ref", type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    risk = table.Column<string>(type: "TEXT", nullable: true),
                    requester = table.Column<string>(type: "TEXT", nullable: false),
                    deciders = table.Column<string>(type: "TEXT", nullable: false),
                    release = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_snapshot", x => new { x.tenant_id, x.change_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "credential",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    stamp = table.Column<string>(type: "TEXT", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential", x => new { x.tenant_id, x.account });
                });

            migrationBuilder.CreateTable(
                name: "customer",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    systems = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    content_sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer", x => new { x.tenant_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "delivery_moved",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    release = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    seen = table.Column<long>(type: "INTEGER", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_moved", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dependency_turn",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dependency_turn", x => x.tenant_id);
                });

            migrationBuilder.CreateTable(
                name: "execution_report",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    release = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_execution_report", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "freeze",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    systems = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    lifted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_freeze", x => new { x.tenant_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "gate_log",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    asked_for = table.Column<long>(type: "INTEGER", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_log", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "held_change",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    release_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_change", x => new { x.tenant_id, x.change_id });
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    record = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entry", x => new { x.tenant_id, x.record, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "ledger_text",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    record = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    texts = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_text", x => new { x.tenant_id, x.record, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    record = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => new { x.tenant_id, x.account });
                });

            migrationBuilder.CreateTable(
                name: "production_window",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    systems = table.Column<string>(type: "TEXT", nullable: false),
                    max_changes = table.Column<int>(type: "INTEGER", nullable: true),
                    max_risk_points = table.Column<int>(type: "INTEGER", nullable: true),
                    held_because = table.Column<string>(type: "TEXT", nullable: true),
                    held_sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_production_window", x => new { x.tenant_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "reference_block",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    prefix = table.Column<string>(type: "TEXT", nullable: false),
                    next = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_block", x => new { x.tenant_id, x.prefix });
                });

            migrationBuilder.CreateTable(
                name: "release",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_backing_out_all = table.Column<bool>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    title_folded = table.Column<string>(type: "TEXT", nullable: false),
                    goal = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    window = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<long>(type: "INTEGER", nullable: true),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    zone = table.Column<string>(type: "TEXT", nullable: true),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    go_digest = table.Column<string>(type: "TEXT", nullable: true),
                    go_by = table.Column<string>(type: "TEXT", nullable: true),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    content_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    runbook_sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "release_of_system",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_of_system", x => new { x.tenant_id, x.system, x.number });
                });

            migrationBuilder.CreateTable(
                name: "sign_in_name",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_name", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "staffing_declared",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    people = table.Column<string>(type: "TEXT", nullable: false),
                    seen = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staffing_declared", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_file", x => new { x.tenant_id, x.sha256 });
                });

            migrationBuilder.CreateTable(
                name: "stored_reply",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    call = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    reply = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_reply", x => new { x.tenant_id, x.account, x.call });
                });

            migrationBuilder.CreateTable(
                name: "team",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    members = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    content_sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team", x => new { x.tenant_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "authorization_withdrawn",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    authorization_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authorization_withdrawn", x => new { x.tenant_id, x.authorization_id });
                    table.ForeignKey(
                        name: "fk_authorization_withdrawn_change_authorization_tenant_id_authorization_id",
                        columns: x => new { x.tenant_id, x.authorization_id },
                        principalTable: "change_authorization",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "runbook_step",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    release_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    doers = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    is_deviation = table.Column<bool>(type: "INTEGER", nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: true),
                    is_dropped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_runbook_step", x => new { x.tenant_id, x.release_id, x.key });
                    table.ForeignKey(
                        name: "fk_runbook_step_release_tenant_id_release_id",
                        columns: x => new { x.tenant_id, x.release_id },
                        principalTable: "release",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "production_system",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    owner_team = table.Column<string>(type: "TEXT", nullable: false),
                    criticality = table.Column<string>(type: "TEXT", nullable: false),
                    environment = table.Column<string>(type: "TEXT", nullable: false),
                    depends_on = table.Column<string>(type: "TEXT", nullable: false),
                    authors_implement = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    content_sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_production_system", x => new { x.tenant_id, x.key });
                    table.ForeignKey(
                        name: "fk_production_system_team_tenant_id_owner_team",
                        columns: x => new { x.tenant_id, x.owner_team },
                        principalTable: "team",
                        principalColumns: new[] { "tenant_id", "key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_token_tenant_id_account",
                table: "api_token",
                columns: new[] { "tenant_id", "account" });

            migrationBuilder.CreateIndex(
                name: "ix_api_token_tenant_id_hash",
                table: "api_token",
                columns: new[] { "tenant_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_booking_tenant_id_until",
                table: "booking",
                columns: new[] { "tenant_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_booking_tenant_id_window",
                table: "booking",
                columns: new[] { "tenant_id", "window" });

            migrationBuilder.CreateIndex(
                name: "ix_booking_cover_tenant_id_covered_by",
                table: "booking_cover",
                columns: new[] { "tenant_id", "covered_by" });

            migrationBuilder.CreateIndex(
                name: "ix_booking_of_system_tenant_id_holder",
                table: "booking_of_system",
                columns: new[] { "tenant_id", "holder" });

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_authorized_until",
                table: "change",
                columns: new[] { "tenant_id", "authorized_until" });

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_changed_production_at",
                table: "change",
                columns: new[] { "tenant_id", "changed_production_at" });

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_deferred_until",
                table: "change",
                columns: new[] { "tenant_id", "deferred_until" });

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_delivery_status_number",
                table: "change",
                columns: new[] { "tenant_id", "delivery_status", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_number",
                table: "change",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_status_number",
                table: "change",
                columns: new[] { "tenant_id", "status", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_updated_at_number",
                table: "change",
                columns: new[] { "tenant_id", "updated_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_change_authorization_tenant_id_change_id_at",
                table: "change_authorization",
                columns: new[] { "tenant_id", "change_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_change_of_artefact_tenant_id_change_id",
                table: "change_of_artefact",
                columns: new[] { "tenant_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_of_system_tenant_id_change_id",
                table: "change_of_system",
                columns: new[] { "tenant_id", "change_id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_snapshot_tenant_id_ref_version",
                table: "change_snapshot",
                columns: new[] { "tenant_id", "ref", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_moved_tenant_id_change_id_at",
                table: "delivery_moved",
                columns: new[] { "tenant_id", "change_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_execution_report_tenant_id_change_id_at",
                table: "execution_report",
                columns: new[] { "tenant_id", "change_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_freeze_tenant_id_until",
                table: "freeze",
                columns: new[] { "tenant_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_held_change_tenant_id_release_id",
                table: "held_change",
                columns: new[] { "tenant_id", "release_id" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_key",
                table: "organisation",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_production_system_tenant_id_owner_team",
                table: "production_system",
                columns: new[] { "tenant_id", "owner_team" });

            migrationBuilder.CreateIndex(
                name: "ix_production_window_tenant_id_until",
                table: "production_window",
                columns: new[] { "tenant_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_release_tenant_id_from",
                table: "release",
                columns: new[] { "tenant_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_release_tenant_id_number",
                table: "release",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_release_tenant_id_status_number",
                table: "release",
                columns: new[] { "tenant_id", "status", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_staffing_declared_tenant_id_change_id_at",
                table: "staffing_declared",
                columns: new[] { "tenant_id", "change_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_stored_reply_tenant_id_at",
                table: "stored_reply",
                columns: new[] { "tenant_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_token");

            migrationBuilder.DropTable(
                name: "authorization_withdrawn");

            migrationBuilder.DropTable(
                name: "booking");

            migrationBuilder.DropTable(
                name: "booking_cover");

            migrationBuilder.DropTable(
                name: "booking_of_system");

            migrationBuilder.DropTable(
                name: "calendar_restricted");

            migrationBuilder.DropTable(
                name: "change");

            migrationBuilder.DropTable(
                name: "change_of_artefact");

            migrationBuilder.DropTable(
                name: "change_of_system");

            migrationBuilder.DropTable(
                name: "change_snapshot");

            migrationBuilder.DropTable(
                name: "credential");

            migrationBuilder.DropTable(
                name: "customer");

            migrationBuilder.DropTable(
                name: "delivery_moved");

            migrationBuilder.DropTable(
                name: "dependency_turn");

            migrationBuilder.DropTable(
                name: "execution_report");

            migrationBuilder.DropTable(
                name: "freeze");

            migrationBuilder.DropTable(
                name: "gate_log");

            migrationBuilder.DropTable(
                name: "held_change");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "ledger_text");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "production_system");

            migrationBuilder.DropTable(
                name: "production_window");

            migrationBuilder.DropTable(
                name: "reference_block");

            migrationBuilder.DropTable(
                name: "release_of_system");

            migrationBuilder.DropTable(
                name: "runbook_step");

            migrationBuilder.DropTable(
                name: "sign_in_name");

            migrationBuilder.DropTable(
                name: "staffing_declared");

            migrationBuilder.DropTable(
                name: "stored_file");

            migrationBuilder.DropTable(
                name: "stored_reply");

            migrationBuilder.DropTable(
                name: "change_authorization");

            migrationBuilder.DropTable(
                name: "team");

            migrationBuilder.DropTable(
                name: "release");
        }
    }
}
