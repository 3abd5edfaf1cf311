import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys/api-keys.controller.ts';
import { ApiKeysService } from './api-keys/api-keys.service.ts';
import { AuthController } from './auth/auth.controller.ts';
import { AuthService } from './auth/auth.service.ts';
import { InvitationsController } from './invitations/invitations.controller.ts';
import { InvitationsService } from './invitations/invitations.service.ts';
import { InvitingService } from './invitations/inviting.service.ts';
import { LimitsController } from './limits/limits.controller.ts';
import { LimitsService } from './limits/limits.service.ts';
import { AvailabilityService } from './members/availability.service.ts';
import { MemberDeparture } from './members/member-departure.ts';
import { MembersController } from './members/members.controller.ts';
import { MembersService } from './members/members.service.ts';
import { PasswordResetController } from './password-reset/password-reset.controller.ts';
import { PasswordResetService } from './password-reset/password-reset.service.ts';
import { ResetMailer } from './password-reset/reset-mailer.ts';
import { ProfileController } from './profile/profile.controller.ts';
import { ProfileService } from './profile/profile.service.ts';
import { SecondFactorCheck } from './second-factor/second-factor-check.ts';
import { SecondFactorController } from './second-factor/second-factor.controller.ts';
import { SecondFactorService } from './second-factor/second-factor.service.ts';
import { ServiceMembersController } from './service-members/service-members.controller.ts';
import { ServiceMembersService } from './service-members/service-members.service.ts';
import { TeamClosing } from './teams/team-closing.ts';
import { TeamsController } from './teams/teams.controller.ts';
import { TeamsService } from './teams/teams.service.ts';
import { UsersGateway } from './users.gateway.ts';
import { WorkspaceChange } from './workspace/workspace-change.ts';
import { WorkspaceController } from './workspace/workspace.controller.ts';
import { WorkspaceService } from './workspace/workspace.service.ts';

@Module({
  controllers: [ApiKeysController, AuthController, InvitationsController, LimitsController, MembersController, PasswordResetController, ProfileController, SecondFactorController, ServiceMembersController, TeamsController, WorkspaceController],
  providers: [ApiKeysService, AuthService, AvailabilityService, InvitationsService, InvitingService, LimitsService, MemberDeparture, MembersService, PasswordResetService, ProfileService, ResetMailer, SecondFactorCheck, SecondFactorService, ServiceMembersService, TeamClosing, TeamsService, UsersGateway, WorkspaceChange, WorkspaceService],
  exports: [MemberDeparture, MembersService, TeamClosing, TeamsService, WorkspaceChange],
})
export class UsersModule {}
