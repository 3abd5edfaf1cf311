import 'reflect-metadata';
// CommonJS packages that require Nest find it only once it has been imported.
import '@nestjs/common';
import '@nestjs/core';
